import type { FitTexts } from '../i18n/fit-texts.ts';
import type { FitAnswer, FitCard } from '../views/fit-answer.ts';
import { element, link } from './element.ts';

/**
 * The answer as elements, for the place below the form.
 *
 * @param heading the level below the one that the form stands under
 */
export function drawFit(answer: FitAnswer, words: FitTexts, heading: 'h2' | 'h3'): readonly Node[] {
  return [
    ...answer.cards.map((card) => drawCard(card, heading, words)),
    ...(answer.nearest.length === 0
      ? []
      : [
          element('h2', { children: [words.nearest] }),
          element('p', { class: 'quiet', children: [words.nearestLead] }),
          ...answer.nearest.map((card) => drawCard(card, 'h3', words)),
        ]),
  ];
}

/** @param heading the level below the one that the card stands under */
function drawCard(card: FitCard, heading: 'h2' | 'h3', words: FitTexts): Node {
  const actions = actionLinks(card);
  return element('article', {
    class: 'card',
    children: [
      drawHead(card, heading),
      ...(card.release ? [element('p', { children: [`${words.release} `, link(card.release)] })] : []),
      ...card.reasons.map((reason) => element('p', { children: [reason] })),
      ...(actions.length === 0 ? [] : [element('p', { class: 'chips', children: actions })]),
    ],
  });
}

const drawHead = ({ extension, verdict }: FitCard, heading: 'h2' | 'h3'): Node =>
  element('div', {
    class: 'card-head',
    children: [
      element(heading, { children: [link(extension)] }),
      element('span', { class: `chip chip-${verdict.tone}`, children: [verdict.text] }),
    ],
  });

const actionLinks = ({ download, guide }: FitCard): readonly Node[] => [
  ...(download ? [link(download, 'button')] : []),
  ...(guide ? [link(guide)] : []),
];
