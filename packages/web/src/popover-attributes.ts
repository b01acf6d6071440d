/** The popover attributes of HTML, which this version of preact does not know by type. */
import type {} from 'preact';

declare module 'preact' {
  namespace JSX {
    interface HTMLAttributes {
      popover?: 'auto' | 'manual';
      popoverTarget?: string;
      popoverTargetAction?: 'hide' | 'show' | 'toggle';
    }
  }
}
