import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Journal } from './entries/journal.ts';
import type { Outcomes } from './homecoming/outcomes.ts';
import type { Uploader } from './homecoming/uploader.ts';
import type { Kit, OpenKit } from './kit.ts';
import type { Serving } from './serve/serving.ts';

/** What the pages of an open kit work with; gone from memory when it is locked. */
export interface OpenedKit {
  readonly kit: Kit;
  readonly open: OpenKit;
  readonly journal: Journal;
  readonly outcomes: Outcomes;
  readonly uploader: Uploader;
  /** Whom the officer is serving. */
  readonly serving: Signal<Serving | undefined>;
}

export const OpenedKitContext = createContext<OpenedKit | undefined>(undefined);

export function useOpenedKit(): OpenedKit {
  const opened = useContext(OpenedKitContext);
  if (!opened) throw new Error('this page stands outside an open kit');
  return opened;
}
