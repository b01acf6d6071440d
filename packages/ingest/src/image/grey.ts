/** Grey pictures as plain typed arrays: shared by Node and the browser. */

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** one byte a pixel, row by row, 0 black to 255 white */
  readonly data: Uint8Array;
}

/** Luminance of RGBA pixels laid on white paper. */
export function fromRgba(width: number, height: number, rgba: Uint8ClampedArray | Uint8Array): Grey {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i += 1, j += 4) {
    const alpha = rgba[j + 3] ?? 255;
    const luma = 0.299 * (rgba[j] ?? 0) + 0.587 * (rgba[j + 1] ?? 0) + 0.114 * (rgba[j + 2] ?? 0);
    data[i] = (luma * alpha + 255 * (255 - alpha)) / 255 + 0.5;
  }
  return { width, height, data };
}

/** The picture at another size: area average when smaller, bilinear when larger. */
export function resize(grey: Grey, width: number, height: number): Grey {
  if (width === grey.width && height === grey.height) return grey;
  return width < grey.width ? areaResize(grey, width, height) : bilinearResize(grey, width, height);
}

/** The picture no larger than `side` on its longer side, and the factor to get there (1 or less). */
export function shrinkTo(grey: Grey, side: number): { grey: Grey; scale: number } {
  const scale = Math.min(1, side / Math.max(grey.width, grey.height));
  if (scale === 1) return { grey, scale };
  const width = Math.max(1, Math.round(grey.width * scale));
  const height = Math.max(1, Math.round(grey.height * scale));
  return { grey: areaResize(grey, width, height), scale };
}

function areaResize(grey: Grey, width: number, height: number): Grey {
  const columns = overlaps(grey.width, width);
  const rows = overlaps(grey.height, height);
  const narrow = new Float32Array(width * grey.height);
  for (let y = 0; y < grey.height; y += 1) {
    const line = y * grey.width;
    for (let x = 0; x < width; x += 1) {
      const { from, weights } = columns[x]!;
      let sum = 0;
      for (let k = 0; k < weights.length; k += 1) sum += grey.data[line + from + k]! * weights[k]!;
      narrow[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    const { from, weights } = rows[y]!;
    sums.fill(0.5);
    for (let k = 0; k < weights.length; k += 1) {
      const line = (from + k) * width;
      const weight = weights[k]!;
      for (let x = 0; x < width; x += 1) sums[x] = sums[x]! + narrow[line + x]! * weight;
    }
    for (let x = 0; x < width; x += 1) data[y * width + x] = sums[x]!;
  }
  return { width, height, data };
}

interface Overlap {
  readonly from: number;
  readonly weights: Float32Array;
}

/** For every target pixel of one axis, the source pixels it covers and their shares. */
function overlaps(source: number, target: number): Overlap[] {
  const ratio = source / target;
  return Array.from({ length: target }, (_, i) => {
    const start = i * ratio;
    const end = Math.min(source, start + ratio);
    const from = Math.floor(start);
    const weights = new Float32Array(Math.max(1, Math.ceil(end - 1e-6) - from));
    for (let k = 0; k < weights.length; k += 1) {
      weights[k] = (Math.min(end, from + k + 1) - Math.max(start, from + k)) / (end - start);
    }
    return { from, weights };
  });
}

function bilinearResize(grey: Grey, width: number, height: number): Grey {
  const data = new Uint8Array(width * height);
  const [sx, sy] = [grey.width / width, grey.height / height];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data[y * width + x] = sampleAt(grey, (x + 0.5) * sx - 0.5, (y + 0.5) * sy - 0.5) + 0.5;
    }
  }
  return { width, height, data };
}

/** Brightness between pixels; beyond the edge the nearest pixel counts. */
export function sampleAt(grey: Grey, x: number, y: number): number {
  const cx = x < 0 ? 0 : Math.min(x, grey.width - 1);
  const cy = y < 0 ? 0 : Math.min(y, grey.height - 1);
  const x0 = cx | 0;
  const y0 = cy | 0;
  const dx = cx - x0;
  const dy = cy - y0;
  const at = y0 * grey.width + x0;
  const right = x0 + 1 < grey.width ? 1 : 0;
  const down = y0 + 1 < grey.height ? grey.width : 0;
  const { data } = grey;
  const top = data[at]! * (1 - dx) + data[at + right]! * dx;
  const low = data[at + down]! * (1 - dx) + data[at + down + right]! * dx;
  return top * (1 - dy) + low * dy;
}

/** A quarter turn clockwise, `turns` times. */
export function turn(grey: Grey, turns: number): Grey {
  const quarter = ((turns % 4) + 4) % 4;
  if (quarter === 0) return grey;
  const { width, height } = grey;
  const [w, h] = quarter === 2 ? [width, height] : [height, width];
  const data = new Uint8Array(grey.data.length);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const [sx, sy] =
        quarter === 1 ? [y, height - 1 - x] : quarter === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x];
      data[y * w + x] = grey.data[sy * width + sx]!;
    }
  }
  return { width: w, height: h, data };
}

export function inverted(grey: Grey): Grey {
  return { ...grey, data: grey.data.map((value) => 255 - value) };
}

/** A piece of a picture; what lies beyond its edge is white. */
export function cut(grey: Grey, left: number, top: number, right: number, low: number): Grey {
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [width, height] = [Math.max(1, Math.ceil(right) - x0), Math.max(1, Math.ceil(low) - y0)];
  const data = new Uint8Array(width * height).fill(255);
  const [from, to] = [Math.max(0, x0), Math.min(grey.width, x0 + width)];
  for (let y = Math.max(0, y0); y < Math.min(grey.height, y0 + height); y += 1) {
    if (to > from)
      data.set(grey.data.subarray(y * grey.width + from, y * grey.width + to), (y - y0) * width + from - x0);
  }
  return { width, height, data };
}

/** The picture as a PGM file, which Tesseract reads without any decoder. */
export function toPgm(grey: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${grey.width} ${grey.height}\n255\n`);
  const file = new Uint8Array(head.length + grey.data.length);
  file.set(head);
  file.set(grey.data, head.length);
  return file;
}
