/** All resources of a file, to be looked up by the references they give one another. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { type Json, type Resource, resources, textAt } from './resource.ts';

export interface Shelf {
  readonly resources: readonly Resource[];
  /** what a Reference, or an address, of `from` points to within the file */
  find(from: Resource, reference: Json | undefined): Resource | null;
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
  return {
    resources: found,
    find(from, reference) {
      const name = typeof reference === 'string' ? reference : textAt(reference, 'reference');
      if (name === '') return null;
      if (name.startsWith('#'))
        return resources(from, 'contained').find((one) => `#${textAt(one, 'id')}` === name) ?? null;
      return byName.get(name) ?? byName.get(name.split('/').slice(-2).join('/').replace(/\|.*$/, '')) ?? null;
    },
  };
}
