/** Even light: paper white and ink dark everywhere, in grey; binarising would lose letters. */
import { type Grey, inverted, resize, shrinkTo } from './grey.ts';

const BLOCKS_SIDE = 400;
const PAPER_RADIUS = 9;

/** Brightness of the paper behind the ink, as a small picture: a maximum filter, then smoothing. */
export function paperBrightness(grey: Grey): Grey {
  const { grey: small } = shrinkTo(grey, BLOCKS_SIDE);
  const wide = brightest(small, PAPER_RADIUS);
  const closed = inverted(brightest(inverted(wide), PAPER_RADIUS));
  return blur(closed, PAPER_RADIUS);
}

/** Each pixel in shares of the paper behind it; `paper` is of any size. */
export function flatten(grey: Grey, paper: Grey): Grey {
  const { width, height } = grey;
  const data = new Uint8Array(width * height);
  const [sx, sy] = [paper.width / width, paper.height / height];
  const line = new Float32Array(paper.width);
  for (let y = 0; y < height; y += 1) {
    const py = Math.min(paper.height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const y0 = Math.floor(py);
    const y1 = Math.min(paper.height - 1, y0 + 1);
    for (let x = 0; x < paper.width; x += 1) {
      line[x] = paper.data[y0 * paper.width + x]! * (1 - py + y0) + paper.data[y1 * paper.width + x]! * (py - y0);
    }
    for (let x = 0; x < width; x += 1) {
      const px = Math.min(paper.width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
      const x0 = px | 0;
      const x1 = x0 + 1 < paper.width ? x0 + 1 : x0;
      const white = line[x0]! * (1 - px + x0) + line[x1]! * (px - x0);
      const share = (grey.data[y * width + x]! * 255) / Math.max(8, white);
      data[y * width + x] = Math.min(share, 255);
    }
  }
  return { width, height, data };
}

/** The brightest within a square about each pixel, one axis after the other. */
function brightest({ width, height, data }: Grey, radius: number): Grey {
  const across = new Uint8Array(data.length);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) spread(data, across, y * width, 1, width, radius);
  for (let x = 0; x < width; x += 1) spread(across, out, x, width, height, radius);
  return { width, height, data: out };
}

/** Running maximum of a line of `count` pixels, its windows grown by doubling. */
function spread(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number, radius: number): void {
  const window = 2 * radius + 1;
  const line = new Uint8Array(count + window);
  for (let i = 0; i < count; i += 1) line[i + radius] = from[start + i * step]!;
  let size = 1;
  for (; size * 2 <= window; size *= 2)
    for (let i = 0; i + size < line.length; i += 1) if (line[i + size]! > line[i]!) line[i] = line[i + size]!;
  const rest = window - size;
  for (let i = 0; i < count; i += 1) to[start + i * step] = Math.max(line[i]!, line[i + rest]!);
}

/** Box blur, twice: close to a Gaussian. */
export function blur(grey: Grey, radius: number): Grey {
  return boxBlur(boxBlur(grey, radius), radius);
}

function boxBlur(grey: Grey, radius: number): Grey {
  const { width, height } = grey;
  const across = new Float32Array(grey.data.length);
  for (let y = 0; y < height; y += 1) {
    const line = y * width;
    let sum = 0;
    let n = 0;
    for (let x = 0; x < Math.min(radius, width); x += 1) {
      sum += grey.data[line + x]!;
      n += 1;
    }
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width) {
        sum += grey.data[line + x + radius]!;
        n += 1;
      }
      if (x - radius - 1 >= 0) {
        sum -= grey.data[line + x - radius - 1]!;
        n -= 1;
      }
      across[line + x] = sum / n;
    }
  }
  const data = new Uint8Array(grey.data.length);
  for (let x = 0; x < width; x += 1) {
    let sum = 0;
    let n = 0;
    for (let y = 0; y < Math.min(radius, height); y += 1) {
      sum += across[y * width + x]!;
      n += 1;
    }
    for (let y = 0; y < height; y += 1) {
      if (y + radius < height) {
        sum += across[(y + radius) * width + x]!;
        n += 1;
      }
      if (y - radius - 1 >= 0) {
        sum -= across[(y - radius - 1) * width + x]!;
        n -= 1;
      }
      data[y * width + x] = sum / n + 0.5;
    }
  }
  return { width, height, data };
}

/** The picture at the size of `like`, for maps made on a smaller one. */
export const scaledLike = (map: Grey, like: Grey): Grey => resize(map, like.width, like.height);
