/** The store that the operator has set up. */
import { folderObjects } from './folder.ts';
import type { Objects } from './objects.ts';
import { s3Objects } from './s3.ts';
import type { FilesSettings } from './settings.ts';

export const openObjects = (settings: FilesSettings): Objects =>
  settings.kind === 's3' ? s3Objects(settings) : folderObjects(settings.path);
