import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { admitsValue, NOTE_COMPONENTS, type AttributeRule, type NoteComponent } from './components.ts';
import type { NodeFinding } from './problem.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** A component must be of the vocabulary, and each attribute a literal that the vocabulary admits. */
export function lintComponent(element: Element): readonly NodeFinding[] {
  const name = element.name ?? '';
  const known = NOTE_COMPONENTS.get(name);
  if (known === undefined) {
    return [{ code: 'component-unknown', args: { name, allowed: [...NOTE_COMPONENTS.keys()] } }];
  }
  return element.attributes.flatMap((attribute) => lintAttribute(known, attribute));
}

function lintAttribute(
  component: NoteComponent,
  attribute: Element['attributes'][number],
): readonly NodeFinding[] {
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return [{ code: 'attribute-not-literal', args: { component: component.name, attribute: '...' } }];
  }
  const named = { component: component.name, attribute: attribute.name };
  const rule = component.attributes.get(attribute.name);
  if (rule === undefined) {
    return [{ code: 'attribute-unknown', args: { ...named, allowed: [...component.attributes.keys()] } }];
  }
  const value = attribute.value;
  if (typeof value !== 'string') return [{ code: 'attribute-not-literal', args: named }];
  if (admitsValue(rule, value)) return [];
  return [{ code: 'attribute-value', args: { ...named, value, allowed: allowedBy(rule) } }];
}

const allowedBy = (rule: AttributeRule): readonly string[] => (rule.kind === 'one-of' ? rule.values : []);
