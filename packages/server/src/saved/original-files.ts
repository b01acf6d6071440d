/** Where the sealed bytes of photographs lie: in their row, or in a store of files that the row names. */
import type { Within } from '../accounts/held.ts';
import type { Tables } from '../database/tables.ts';
import type { LooseObjects } from '../objects/loose-objects.ts';
import { nameOf, ObjectDamaged, type Objects } from '../objects/objects.ts';
import { CannotOpen } from './master-keys.ts';
import type { SealedReport } from './vault.ts';

/** Outside the database. */
export interface Files {
  readonly objects: Pick<Objects, 'get'>;
  readonly loose: Pick<LooseObjects, 'bring' | 'hold' | 'giveUp'>;
}

/** On its way: `giveUp` where no row comes to hold it. */
export interface Brought {
  readonly sealed: readonly SealedReport[];
  giveUp(): Promise<void>;
}

type Original = Tables['saved_originals'];

export interface OriginalFiles {
  bring(sealed: readonly SealedReport[]): Promise<Brought>;
  /** By the transaction that writes the row. */
  hold(within: Within, original: Original): Promise<void>;
  /** Rejects with `CannotOpen` where it is not there, or is another thing. */
  sealedOf(original: Pick<Original, 'sealed' | 'object'>): Promise<Uint8Array>;
}

const NOTHING = new Uint8Array();

/** `files`: null where all stands in the database. */
export function originalFiles(files: Files | null): OriginalFiles {
  return {
    async bring(sealed) {
      if (!files) return { sealed, giveUp: async () => undefined };
      const names: string[] = [];
      const giveUp = (): Promise<void> => files.loose.giveUp(names);
      try {
        const brought: SealedReport[] = [];
        for (const { row, originals } of sealed) {
          const own: Original[] = [];
          for (const original of originals) {
            names.push(nameOf(original.sealed));
            own.push({ ...original, object: await files.loose.bring(original.sealed), sealed: NOTHING });
          }
          brought.push({ row, originals: own });
        }
        return { sealed: brought, giveUp };
      } catch (error) {
        await giveUp();
        throw error;
      }
    },
    async hold(within, { object }) {
      if (object !== null) await files?.loose.hold(within, object);
    },
    async sealedOf({ sealed, object }) {
      if (object === null) return sealed;
      try {
        const found = await files?.objects.get(object);
        if (found) return found;
      } catch (error) {
        if (!(error instanceof ObjectDamaged)) throw error;
      }
      throw new CannotOpen();
    },
  };
}
