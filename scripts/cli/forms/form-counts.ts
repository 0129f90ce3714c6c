/** What became of all forms of a folder. */
export interface FormCounts {
  equal: number;
  differs: number;
  refused: number;
  /** Forms that no binary holds, or whose description is not there. */
  unpaired: number;
}
