/** All resources of a file, to be looked up by the references they give one another. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { type Json, type Resource, resources, textAt } from './resource.ts';

export interface Shelf {
  readonly resources: readonly Resource[];
  /** what a Reference, or an address, of `from` points to within the file */
  find(from: Resource, reference: Json | undefined): Resource | null;
  /** the bytes of attachments and Binaries, once they were decoded; null where they are no base64 */
  readonly decoded: WeakMap<Resource, Uint8Array | null>;
}

const DEPTH = 4;

export function shelve(roots: readonly Resource[]): Shelf {
  const found: Resource[] = [];
  const byName = new Map<string, Resource>();
  const put = (resource: Resource, address: string, depth: number): void => {
    if (found.length > LIMITS.elements) throw new Refusal('heavy-record');
    const [type, id] = [textAt(resource, 'resourceType'), textAt(resource, 'id')];
    if (type === 'Bundle' && depth < DEPTH) {
      for (const entry of resources(resource, 'entry'))
        for (const inner of resources(entry, 'resource')) put(inner, textAt(entry, 'fullUrl'), depth + 1);
      return;
    }
    found.push(resource);
    if (address !== '' && !byName.has(address)) byName.set(address, resource);
    if (id !== '' && !byName.has(`${type}/${id}`)) byName.set(`${type}/${id}`, resource);
    if (id !== '' && !byName.has(`urn:uuid:${id}`)) byName.set(`urn:uuid:${id}`, resource);
  };
  for (const root of roots) put(root, '', 0);
  const inside = new WeakMap<Resource, ReadonlyMap<string, Resource>>();
  let asked = 0;
  return {
    resources: found,
    decoded: new WeakMap(),
    find(from, reference) {
      const name = typeof reference === 'string' ? reference : textAt(reference, 'reference');
      if (name === '') return null;
      asked += 1;
      if (asked > LIMITS.elements) throw new Refusal('heavy-record');
      if (name.startsWith('#')) {
        const contained = inside.get(from) ?? containedIn(from);
        inside.set(from, contained);
        return contained.get(name) ?? null;
      }
      return byName.get(name) ?? byName.get(name.split('/').slice(-2).join('/').replace(/\|.*$/, '')) ?? null;
    },
  };
}

/** "#a" → the resource of that id inside, the first where several have it. */
function containedIn(from: Resource): ReadonlyMap<string, Resource> {
  const byId = new Map<string, Resource>();
  for (const one of resources(from, 'contained')) {
    const name = `#${textAt(one, 'id')}`;
    if (!byId.has(name)) byId.set(name, one);
  }
  return byId;
}
