/** Wing 4, explain, frame: a word that describes a thing or an organ. */

/** A modifier; `degree`: said of the next one ("mildly enlarged"). */
export interface Describing {
  readonly id: string;
  readonly degree: boolean;
  /** the measure behind it is of one of several: "the largest 8 mm" */
  readonly picks: boolean;
  /** says where: it stands with places, not with what describes the thing */
  readonly isPosition: boolean;
  /** says that all is as it should be */
  readonly isNormal: boolean;
  /** judges what kind of thing it is: "suspicious" */
  readonly isVerdict: boolean;
  /** says how much */
  readonly isSeverity: boolean;
}
