import './partner.css';
import type { ComponentProps } from 'preact';
import { Page } from '../shared/ui/Page.tsx';
import { texts } from './texts.ts';

/** A page of the partner portal: the shared page under this service's name. */
export function PortalPage(props: Omit<ComponentProps<typeof Page>, 'service'>) {
  return <Page service={texts().service} {...props} />;
}
