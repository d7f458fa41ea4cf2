import type { ChildRegion, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount } from '../../shared/format.ts';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { pathOf } from '../regionPath.ts';
import { ChartFrame } from './ChartFrame.tsx';

/** Columns and rows of East Kalimantan's ten, so that neighbours stand beside each other as far as a grid allows. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '64.11': [1, 1],
  '64.08': [2, 1],
  '64.03': [3, 1],
  '64.07': [1, 2],
  '64.02': [2, 2],
  '64.74': [3, 2],
  '64.09': [1, 3],
  '64.71': [2, 3],
  '64.72': [3, 3],
  '64.01': [1, 4],
};
const SHADES = 5;

/** One tile a region, darker for more coverage; each says its number, so that no colour has to be told apart. */
export function TileMap({ region }: { region: RegionReply }) {
  const t = texts();
  const { children } = region;
  const highest = Math.max(...children.map(({ coverage }) => coverage?.ratio ?? 0), Number.EPSILON);
  const placed = children.every(({ code }) => PLACES[code]);
  return (
    <ChartFrame
      id="peta"
      title={t.map}
      intro={t.mapIntro}
      heads={[t.region, t.active, t.wajibKtp, t.coverage]}
      rows={children.map((child) => [child.name, ...valuesOf(child)])}
    >
      <ul class={placed ? 'tiles tiles-placed' : 'tiles'}>
        {children.map((child) => (
          <Tile
            key={child.code}
            child={child}
            highest={highest}
            place={placed ? PLACES[child.code] : undefined}
          />
        ))}
      </ul>
      <p class="soft chart-intro">{t.mapWhy}</p>
    </ChartFrame>
  );
}

interface TileProps {
  child: ChildRegion;
  highest: number;
  place: readonly [column: number, row: number] | undefined;
}

function Tile({ child: { code, name, coverage }, highest, place }: TileProps) {
  const t = texts();
  const ratio = coverage?.ratio ?? null;
  const shade = ratio === null ? 'none' : Math.min(SHADES, 1 + Math.floor((ratio / highest) * SHADES));
  const grid = place ? ` tile-column-${place[0]} tile-row-${place[1]}` : '';
  const content = (
    <>
      <span class="tile-name">{name.replace(/^(Kabupaten|Kota) /, '')}</span>
      <span class="tile-number">{ratio === null ? (coverage ? '–' : t.withheld) : percentOf(ratio, 2)}</span>
    </>
  );
  return (
    <li class={`tile tile-${shade}${grid}`}>
      {code.length < 13 ? <a href={pathOf(code)}>{content}</a> : <div class="tile-leaf">{content}</div>}
    </li>
  );
}

function valuesOf({ ikdActive, wajibKtp, coverage }: ChildRegion): string[] {
  const t = texts();
  return [
    ikdActive === null ? t.withheld : formatCount(ikdActive),
    wajibKtp === null ? t.withheld : formatCount(wajibKtp),
    coverage?.ratio == null ? '–' : percentOf(coverage.ratio, 2),
  ];
}
