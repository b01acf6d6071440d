/** Words with the space before them; Chinese letters stand alone, with the marks that may not begin a line. */
export const PIECES = /\s*(?:\p{Script=Han}[。，、；：？！）”》]*|[^\s\p{Script=Han}]+)/gu;
