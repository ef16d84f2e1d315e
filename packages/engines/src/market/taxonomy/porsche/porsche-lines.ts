import type { ModelLine } from '../model-line.ts';
import { porsche356 } from './porsche-356.ts';
import { porsche911 } from './porsche-911.ts';
import { porsche912 } from './porsche-912.ts';
import { porsche914 } from './porsche-914.ts';
import { porsche918 } from './porsche-918.ts';
import { porsche924 } from './porsche-924.ts';
import { porsche928 } from './porsche-928.ts';
import { porsche944 } from './porsche-944.ts';
import { porsche959 } from './porsche-959.ts';
import { porsche968 } from './porsche-968.ts';
import { porscheBoxster } from './porsche-boxster.ts';
import { porscheCarreraGt } from './porsche-carrera-gt.ts';
import { porscheCayenne } from './porsche-cayenne.ts';
import { porscheCayman } from './porsche-cayman.ts';
import { withDrive } from './porsche-drive.ts';
import { porscheMacan } from './porsche-macan.ts';
import { porschePanamera } from './porsche-panamera.ts';
import { porscheRacing } from './porsche-racing.ts';
import { porscheTaycan } from './porsche-taycan.ts';
import { porscheTractor } from './porsche-tractor.ts';

const LINES: readonly ModelLine[] = [
  porsche911,
  porscheBoxster,
  porscheCayman,
  porscheCayenne,
  porscheMacan,
  porschePanamera,
  porscheTaycan,
  porsche356,
  porsche912,
  porsche914,
  porsche924,
  porsche928,
  porsche944,
  porsche968,
  porsche959,
  porscheCarreraGt,
  porsche918,
  ...porscheRacing,
  porscheTractor,
];

/** Every Porsche model line, in the order in which a picker shows them. */
export const porscheLines: readonly ModelLine[] = LINES.map(withDrive);
