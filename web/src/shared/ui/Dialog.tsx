import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../words.ts';

interface DialogProps {
  open: boolean;
  title: string;
  /** Escape, the cross, or a press beside the box. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A question that must be answered first. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open === open) return;
    // Safari 15.0 to 15.3 knows no <dialog>: there the box stands in the page.
    if (!dialog.showModal) dialog.toggleAttribute('open', open);
    else if (open) dialog.showModal();
    else dialog.close();
  }, [open]);

  function closeOnBackdrop(event: MouseEvent): void {
    if (event.target === box.current) onClose();
  }
  function cancel(event: Event): void {
    event.preventDefault();
    onClose();
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape, which arrives as cancel
    <dialog ref={box} class="dialog" aria-labelledby={id} onCancel={cancel} onClick={closeOnBackdrop}>
      {open && (
        <div class="dialog-body">
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <button type="button" class="dialog-close" aria-label={words().close} onClick={onClose}>
              <span aria-hidden="true">×</span>
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
