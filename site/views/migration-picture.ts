import type { ScenarioDocument, StepDocument } from '../../scripts/model/migration-document.ts';
import type { StepPlace } from '../../scripts/model/migration.ts';
import type { Reader } from './reader.ts';

/** An infobase: a column that its steps stand in. */
export interface PictureLane {
  readonly x: number;
  readonly width: number;
  readonly title: string;
}

/** A step at its place. */
export interface PictureStep {
  readonly x: number;
  readonly y: number;
  readonly number: number;
  readonly label: string;
}

/** A way from step to step: points of a line, and of the head of its arrow. */
export interface PictureArrow {
  readonly line: string;
  readonly head: string;
  /** `next`: what is done after. `file`: where the file with identifiers goes. */
  readonly kind: 'next' | 'file';
}

/** A scenario as a picture, in units of which a phone shows 320 side by side. */
export interface MigrationPicture {
  readonly width: number;
  readonly height: number;
  /** The same in words, for those who do not see it. */
  readonly description: string;
  readonly lanes: readonly PictureLane[];
  readonly steps: readonly PictureStep[];
  readonly arrows: readonly PictureArrow[];
  /** Where the word «file» stands. */
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

/** Measures in units of the picture; text is 13 units high. Two lanes and the gutter between them fit a phone. */
export const PICTURE = { lane: 134, gutter: 44, top: 44, row: 54, step: 34, inset: 8 } as const;

const MARGIN = 1;

/** Two infobases side by side (one, where nothing happens in a copy), the steps down them in their order. */
export function migrationPicture({ steps }: ScenarioDocument, reader: Reader): MigrationPicture {
  const words = reader.texts.migration;
  const hasCopy = steps.some((step) => placeOf(step) === 'copy');
  const places = steps.map((step, at) => ({
    step,
    x: laneX(placeOf(step)) + PICTURE.inset,
    y: PICTURE.top + PICTURE.row * at,
  }));
  const files = fileArrows(places);
  return {
    width: 2 * MARGIN + PICTURE.gutter + PICTURE.lane * (hasCopy ? 2 : 1),
    height: PICTURE.top + PICTURE.row * steps.length,
    description: steps
      .map((step, at) => `${at + 1}. ${words.place[placeOf(step)]}: ${reader.say(step.title)}`)
      .join('. '),
    lanes: (hasCopy ? (['working', 'copy'] as const) : (['working'] as const)).map((place) => ({
      x: laneX(place),
      width: PICTURE.lane,
      title: words.place[place],
    })),
    steps: places.map(({ step, x, y }, at) => ({ x, y, number: at + 1, label: words.kind[step.kind] })),
    arrows: [...nextArrows(places, files), ...files.map(({ from, to }) => fileArrow(from, to))],
    labels: files.map(({ from }) => ({ x: GUTTER_X, y: middleOf(from) - 6, text: words.file })),
  };
}

/** A step and its upper left corner. */
interface Placed {
  readonly step: StepDocument;
  readonly x: number;
  readonly y: number;
}

/** Two steps that an arrow joins. */
interface Way {
  readonly from: Placed;
  readonly to: Placed;
}

const placeOf = ({ where = 'working' }: StepDocument): StepPlace => where;

const laneX = (place: StepPlace): number =>
  MARGIN + (place === 'working' ? 0 : PICTURE.lane + PICTURE.gutter);

const GUTTER_X = MARGIN + PICTURE.lane + PICTURE.gutter / 2;

const BOX = PICTURE.lane - 2 * PICTURE.inset;

const middleOf = ({ y }: Placed): number => y + PICTURE.step / 2;

/** Each loading with the last unloading of its mapping before it. */
function fileArrows(places: readonly Placed[]): readonly Way[] {
  return places.flatMap((to, at) => {
    if (to.step.kind !== 'load') return [];
    const from = places
      .slice(0, at)
      .findLast(({ step }) => step.kind === 'unload' && step.mapping === to.step.mapping);
    return from === undefined ? [] : [{ from, to }];
  });
}

/**
 * From each step to the next: down its lane, or over the gutter between two rows. Where a file goes the same way over
 * the gutter, its arrow is enough.
 */
function nextArrows(places: readonly Placed[], files: readonly Way[]): readonly PictureArrow[] {
  return places.slice(1).flatMap((to, at) => {
    const from = places[at] ?? to;
    if (from.x !== to.x && files.some((way) => way.from === from && way.to === to)) return [];
    const [x1, x2] = [from.x + BOX / 2, to.x + BOX / 2];
    const [start, end] = [from.y + PICTURE.step, to.y];
    const turn = (start + end) / 2 - 2;
    const bend = x1 === x2 ? '' : ` ${x1},${turn} ${x2},${turn}`;
    const line = `${x1},${start}${bend} ${x2},${end - 4}`;
    return [{ line, head: `${x2 - 4},${end - 6} ${x2 + 4},${end - 6} ${x2},${end}`, kind: 'next' }];
  });
}

/** From side to side through the gutter, which no step stands in. */
function fileArrow(from: Placed, to: Placed): PictureArrow {
  const [x1, x2] = [innerSide(from), innerSide(to)];
  const [y1, y2] = [middleOf(from), middleOf(to)];
  const back = x2 < GUTTER_X ? 6 : -6;
  return {
    line: `${x1},${y1} ${GUTTER_X},${y1} ${GUTTER_X},${y2} ${x2 + back},${y2}`,
    head: `${x2 + back},${y2 - 4} ${x2 + back},${y2 + 4} ${x2},${y2}`,
    kind: 'file',
  };
}

const innerSide = ({ step, x }: Placed): number => (placeOf(step) === 'working' ? x + BOX : x);
