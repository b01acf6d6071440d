/** `node scripts/prepare.ts FOLDER`: puts down beside the knowledge in a folder what a program makes of it at every start. */
import { pathToFileURL } from 'node:url';
import { prepareFolder } from '@readingscan/reader/engines';

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('which folder?');
prepareFolder(pathToFileURL(folder));
