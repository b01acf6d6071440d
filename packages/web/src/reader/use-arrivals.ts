/** Reports that come by drop or by paste anywhere on the page. */
import { useLayoutEffect, useState } from 'preact/hooks';

export function useArrivals(
  active: boolean,
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): boolean {
  const [dragging, setDragging] = useState(false);
  useLayoutEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      if (active) setDragging(true);
    };
    const leave = (event: DragEvent): void => {
      if (!event.relatedTarget) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(false);
      if (active) arrive(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      if (!active) return;
      event.preventDefault();
      arrive(event.clipboardData);
    };
    const arrive = (data: DataTransfer | null): void => {
      const files = [...(data?.files ?? [])];
      const text = data?.getData('text/plain') ?? '';
      if (files.length > 0) onFiles(files);
      else if (text.trim() !== '') onText(text);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [active, onFiles, onText]);
  return dragging;
}
