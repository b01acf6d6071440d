/** The DICOM JSON model → the same data elements that a DICOM file has. Source: DICOM PS3.18 F. */
import { all, isResource, type Json, type Resource, resources } from '../fhir/resource.ts';
import type { DataElement, Dataset } from './dataset.ts';

const DEPTH = 60;
const utf8 = new TextEncoder();

/** Text is UTF-8, whatever the file said. */
export function datasetOf(json: Resource): Dataset {
  const set = setOf(json, 0);
  return { elements: new Map([...set.elements, ['00080005', { bytes: utf8.encode('ISO_IR 192'), items: [] }]]) };
}

function setOf(json: Resource, depth: number): Dataset {
  const elements = new Map<string, DataElement>();
  for (const [tag, element] of Object.entries(json)) {
    if (!/^[0-9A-Fa-f]{8}$/.test(tag) || !isResource(element)) continue;
    const items =
      element.vr === 'SQ' && depth < DEPTH ? resources(element, 'Value').map((item) => setOf(item, depth + 1)) : [];
    elements.set(tag.toLowerCase(), { bytes: utf8.encode(all(element, 'Value').map(written).join('\\')), items });
  }
  return { elements };
}

function written(value: Json): string {
  if (isResource(value)) return typeof value.Alphabetic === 'string' ? value.Alphabetic : '';
  return value === null || typeof value === 'object' ? '' : String(value);
}
