import type { APIRoute } from 'astro';
import { documentationExamples } from '../../documentation-examples.ts';

/** The examples of the documentation as files: whoever writes an installer can feed them to his tests. */
export const getStaticPaths = () =>
  [...documentationExamples].map(([file, text]) => ({ params: { file }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
