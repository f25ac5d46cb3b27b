// The desk's only door to ECharts: what our charts need of it and nothing else, loaded when the first chart is seen.
import {
  BarChart,
  type BarSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
} from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | HeatmapSeriesOption | GridComponentOption | VisualMapComponentOption
>

use([BarChart, LineChart, HeatmapChart, GridComponent, VisualMapComponent, CanvasRenderer])

export type Drawn = { show: (option: ChartOption) => void; resize: () => void; end: () => void }

export const draw = (place: HTMLElement): Drawn => {
  const chart = init(place)
  return {
    show: (option) => chart.setOption(option, true),
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  }
}
