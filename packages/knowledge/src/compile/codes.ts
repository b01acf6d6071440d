/** Codes of concepts in other systems: each of a concept that there is, none of them given twice. */
import { join } from 'node:path';
import { radlexFile } from '../schema/codes.ts';
import { type Loaded, nameOf } from './load.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { readYaml, schemaProblems } from './yaml-file.ts';

/** Concept → RadLex identifier. Throws KnowledgeError. */
export function radlexCodes(root: string, { language, entries }: Loaded): ReadonlyMap<string, string> {
  const path = join(root, language, 'codes/radlex.yml');
  const file = readYaml(path, nameOf(root, path));
  const content = radlexFile.safeParse(file.value);
  if (!content.success) throw new KnowledgeError([...file.problems, ...schemaProblems(file, [], content.error)]);
  const concepts = new Set(entries.flatMap(({ layer, value }) => (layer === 'concept' ? [String(value.id)] : [])));
  const codes = new Map<string, string>();
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [id, code] of Object.entries(content.data.codes)) {
    const at = (message: string, repair: string): Problem => ({
      file: file.name,
      line: file.line(['codes', id]),
      message,
      repair,
    });
    const owner = owners.get(code);
    if (!concepts.has(id)) problems.push(at(`there is no concept ${id}`, 'correct the id or remove the line'));
    if (owner) problems.push(at(`${code} is given to ${owner} too`, 'keep the one that it names'));
    owners.set(code, id);
    codes.set(id, code);
  }
  if (problems.length > 0) throw new KnowledgeError(problems);
  return codes;
}
