/** A QR code to point a phone at: dark on white in every scheme, as cameras want it, with the margin that they need. */
import { type QrCode, qrCode } from './qr-code.ts';

/** Modules of white around it. */
const MARGIN = 4;

interface Props {
  readonly text: string;
  /** what it is, for who does not see it */
  readonly name: string;
}

/** Nothing where the text is too long for a picture: the same stands beside it in letters. */
export function QrPicture({ text, name }: Props) {
  const code = qrCode(text);
  if (!code) return null;
  const size = code.length + 2 * MARGIN;
  return (
    <svg class="account-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(code)} fill="#000" />
    </svg>
  );
}

/** One move for each run of dark modules in a row. */
function pathOf(code: QrCode): string {
  return code
    .flatMap((line, row) => {
      const written = line.map((isDark) => (isDark ? '1' : '0')).join('');
      return [...written.matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index + MARGIN} ${row + MARGIN}h${run.length}v1h-${run.length}z`,
      );
    })
    .join('');
}
