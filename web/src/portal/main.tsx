import { start } from '../shared/start.tsx';
import { Portal } from './Portal.tsx';

start(Portal);
