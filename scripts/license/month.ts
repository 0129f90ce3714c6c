/** Calendar month as `YYYY-MM`; texts of months order as months do. */
export type Month = string;

/** The month whose key a product's secret is; a perpetual licence carries it (`formats.md`, section 7). */
export const LAST_MONTH: Month = '2099-12';

/** Nothing was released before. Bounds the way back from the last month. */
const FIRST_MONTH: Month = '2000-01';

/** Whether a text is a month that keys exist for. */
export const isMonth = (text: string): boolean =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) && text >= FIRST_MONTH && text <= LAST_MONTH;

/** The month of a day `YYYY-MM-DD`. */
export const monthOf = (day: string): Month => day.slice(0, 7);

/** Months from one to another; negative when the other is earlier. */
export const monthsBetween = (from: Month, to: Month): number => numberOf(to) - numberOf(from);

const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
