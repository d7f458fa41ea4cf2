import './wallet.css';
import './keep/installPrompt.ts';
import { installApp } from '../shared/installApp.ts';
import { start } from '../shared/start.tsx';
import { App } from './App.tsx';

start(App);
void installApp();
