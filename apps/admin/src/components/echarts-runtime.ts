import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Draws into an element as SVG. In a file of its own, so that the library is loaded when a chart is shown. */
export function createChart(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' });
}
