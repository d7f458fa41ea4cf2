import type { ComponentProps } from 'preact';
import { useLocation } from 'preact-iso/router';
import { DeskPage } from '../DeskPage.tsx';

/** A page of the kit; one step back is its first page, unless it says otherwise. */
export function KitPage(props: ComponentProps<typeof DeskPage>) {
  const { route } = useLocation();
  return <DeskPage onBack={() => route('/lapangan')} {...props} />;
}
