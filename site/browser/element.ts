/** What an element of a page is made of: its class, its children in order. Texts become text, never HTML. */
export interface ElementParts {
  readonly class?: string;
  readonly children?: readonly (Node | string)[];
}

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { class: className, children = [] }: ElementParts = {},
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}

/** Makes a link. The address comes from a view, which makes addresses of this site or outside ones that it checked. */
export function link({ text, href }: { readonly text: string; readonly href: string }, className?: string) {
  const made = element('a', { ...(className !== undefined && { class: className }), children: [text] });
  made.href = href;
  return made;
}
