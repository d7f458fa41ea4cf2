import type { ChildRegion, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount } from '../../shared/format.ts';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { pathOf } from '../regionPath.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { placeByNeighbours } from './neighbours.ts';

const SHADES = 5;

/** One tile a region, darker for more coverage; each says its number, so that no colour has to be told apart. */
export function TileMap({ region }: { region: RegionReply }) {
  const t = texts();
  const { children } = region;
  const highest = Math.max(...children.map(({ coverage }) => coverage?.ratio ?? 0), Number.EPSILON);
  const placed = placeByNeighbours(region.code, children);
  return (
    <ChartFrame
      id="peta"
      title={t.map}
      intro={t.mapIntro}
      heads={[t.region, t.active, t.wajibKtp, t.coverage]}
      rows={children.map((child) => [child.name, ...valuesOf(child)])}
    >
      <ul class={placed ? 'tiles tiles-placed' : 'tiles'}>
        {(placed ?? children).map((child, cell) =>
          child ? (
            <Tile key={child.code} child={child} highest={highest} />
          ) : (
            <li key={cell} class="tile-gap" aria-hidden="true" />
          ),
        )}
      </ul>
      <p class="soft chart-intro">
        {children.some(({ coverage }) => !coverage) && `${t.few}: ${t.withheld}. `}
        {t.mapWhy}
      </p>
    </ChartFrame>
  );
}

interface TileProps {
  child: ChildRegion;
  highest: number;
}

function Tile({ child: { code, name, coverage }, highest }: TileProps) {
  const t = texts();
  const ratio = coverage?.ratio ?? null;
  const shade = ratio === null ? 'none' : Math.min(SHADES, 1 + Math.floor((ratio / highest) * SHADES));
  const content = (
    <>
      <span class="tile-name">{shortNameOf(code, name)}</span>
      <span class="tile-number">{ratio === null ? (coverage ? '–' : t.few) : percentOf(ratio, 2)}</span>
    </>
  );
  return (
    <li class={`tile tile-${shade}`}>
      {code.length < 13 ? <a href={pathOf(code)}>{content}</a> : <div class="tile-leaf">{content}</div>}
    </li>
  );
}

/** A kabupaten/kota is called by its name alone here; "Kota Bangun" is a kecamatan's whole name. */
const shortNameOf = (code: string, name: string): string =>
  code.length === 5 ? name.replace(/^(Kabupaten|Kota) /, '') : name;

function valuesOf({ ikdActive, wajibKtp, coverage }: ChildRegion): string[] {
  const t = texts();
  return [
    ikdActive === null ? t.withheld : formatCount(ikdActive),
    wajibKtp === null ? t.withheld : formatCount(wajibKtp),
    coverage?.ratio == null ? '–' : percentOf(coverage.ratio, 2),
  ];
}
