/** A ZIP that says of its entries what is not so. Source: PKWARE APPNOTE 6.3, 4.3. */

export interface Lie {
  readonly name: string;
  /** as it lies in the file */
  readonly packed: Uint8Array;
  /** bytes unpacked, as both headers say */
  readonly claimed: number;
  readonly isDeflated?: boolean;
  /** the entry whose bytes it points to, instead of bytes of its own */
  readonly from?: number;
}

export function lyingZip(lies: readonly Lie[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  const places: number[] = [];
  let length = 0;
  for (const [number, { name, packed, claimed, isDeflated = false, from = number }] of lies.entries()) {
    const named = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimed, 8);
    const place = places[from] ?? length;
    places.push(place);
    const method = isDeflated ? 8 : 0;
    if (from === number) {
      const header = Buffer.concat([u32(0x04034b50), u16(20, 0, method, 0, 0), sizes, u16(named.length, 0), named]);
      parts.push(header, Buffer.from(packed));
      length += header.length + packed.length;
    }
    const behind = [u16(named.length, 0, 0, 0, 0), u32(0), u32(place), named];
    list.push(Buffer.concat([u32(0x02014b50), u16(20, 20, 0, method, 0, 0), sizes, ...behind]));
  }
  const end = [u32(0x06054b50), u16(0, 0, lies.length, lies.length)];
  const listed = Buffer.concat(list);
  return new Uint8Array(Buffer.concat([...parts, listed, ...end, u32(listed.length), u32(length), u16(0)]));
}

const u16 = (...numbers: readonly number[]): Buffer =>
  Buffer.concat(numbers.map((number) => Buffer.of(number & 255, number >> 8)));

function u32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
