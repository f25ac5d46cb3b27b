// 商品: what reps may tap when they enter a deal; ours and others', with what one costs and how long it lasts.
import { useLingui } from '@lingui/react'
import { PRODUCT_NAME_MAX, type ProductUse } from '@shared/domain/deal'
import { fenOfText } from '@shared/domain/deal-import'
import { CYCLE_DAYS, PRODUCT_USES } from '@shared/domain/product'
import { Alert, Button, Drawer, Input, Select, Switch, Table } from 'antd'
import { useState } from 'react'
import { wordMoney } from '@/features/deal/words'
import { mintId } from '@/platform/mint'
import { Field } from './Field'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { useClosing } from './use-closing'
import { type DeskProduct, useDealActs, useProducts } from './use-deals'

type Form = Omit<DeskProduct, 'priceFen' | 'costFen' | 'cycleDays'> & { price: string; cost: string; days: string }

const plain = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2))
const formOf = ({ priceFen, costFen, cycleDays, ...rest }: DeskProduct): Form => ({
  ...{ ...rest, price: plain(priceFen), cost: plain(costFen), days: cycleDays === null ? '' : String(cycleDays) },
})
const newForm = (): Form => ({
  ...{ productId: mintId() as DeskProduct['productId'], name: '', use: 'goods', theirs: false, on: true, rev: 0 },
  ...{ price: '', cost: '', days: '' },
})

/** null: something is not filled in as it must be. */
const productOf = ({ price, cost, days, ...rest }: Form): DeskProduct | null => {
  const [priceFen, costFen] = [fenOfText(price), cost.trim() === '' ? null : fenOfText(cost)]
  const cycleDays = days.trim() === '' ? null : Number(days)
  const isCycle =
    cycleDays === null || (Number.isInteger(cycleDays) && cycleDays >= CYCLE_DAYS.min && cycleDays <= CYCLE_DAYS.max)
  if (rest.name.trim() === '' || priceFen === null || (cost.trim() !== '' && costFen === null) || !isCycle) return null
  return { ...rest, name: rest.name.trim(), priceFen, costFen, cycleDays }
}

function ProductForm({ opened, onClose }: { opened: Form; onClose: () => void }) {
  const { i18n } = useLingui()
  const { saveProduct } = useDealActs()
  const [form, setForm] = useState(opened)
  const { wrong, busy, closeAfter } = useClosing(onClose)
  const change = (part: Partial<Form>) => setForm({ ...form, ...part })
  const product = productOf(form)
  const save = () => {
    if (product) closeAfter(saveProduct(product))
  }
  const text = (id: 'name' | 'price' | 'cost' | 'days', label: string) => (
    <Field id={`product-${id}`} label={label}>
      <Input
        id={`product-${id}`}
        value={form[id]}
        maxLength={PRODUCT_NAME_MAX}
        onChange={(event) => change({ [id]: event.target.value })}
      />
    </Field>
  )
  const uses: Record<ProductUse, string> = {
    goods: i18n._('货品'),
    information: i18n._('课程、咨询这类信息'),
    partner: i18n._('成为经营者'),
  }
  const theirs = form.theirs
  return (
    <div className="deals-drawer">
      {text('name', i18n._('名称'))}
      <Field id="product-use" label={i18n._('是什么')}>
        <Select<ProductUse>
          id="product-use"
          value={form.use}
          options={PRODUCT_USES.map((value) => ({ value, label: uses[value] }))}
          onChange={(use) => change({ use })}
        />
      </Field>
      <Field id="product-theirs" label={i18n._('别家的商品')}>
        <Switch id="product-theirs" checked={theirs} onChange={(on) => change({ theirs: on })} />
      </Field>
      {text('price', i18n._('一件卖多少元'))}
      {text('cost', theirs ? i18n._('一件分给别家多少元（可不写）') : i18n._('一件成本多少元（可不写）'))}
      {text('days', i18n._('一件大约用几天（3–730，一次性的不写）'))}
      <Field id="product-on" label={i18n._('导购记成交时能选')}>
        <Switch id="product-on" checked={form.on} onChange={(on) => change({ on })} />
      </Field>
      {wrong !== '' && <Alert type="error" showIcon title={wrong} role="alert" />}
      <Button type="primary" loading={busy} disabled={!product} onClick={save}>
        {i18n._('保存商品')}
      </Button>
    </div>
  )
}

export function ProductsTab() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useProducts()
  const [opened, setOpened] = useState<Form | null>(null)
  if (!data) return error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />
  return (
    <div className="work-parts">
      <div>
        <Button id="new-product" type="primary" onClick={() => setOpened(newForm())}>
          {i18n._('加商品')}
        </Button>
      </div>
      {data.products.length === 0 ? (
        <DeskEmpty title={i18n._('还没有商品')} hint={i18n._('加上常卖的，导购点一下就能记成交')} />
      ) : (
        <Table<DeskProduct>
          id="products"
          className="desk-table"
          size="small"
          rowKey="productId"
          dataSource={data.products}
          pagination={data.products.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: i18n._('名称'), dataIndex: 'name' },
            { title: i18n._('谁家的'), render: (_, { theirs }) => (theirs ? i18n._('别家的') : i18n._('自家的')) },
            { title: i18n._('价格'), align: 'end', render: (_, { priceFen }) => wordMoney(priceFen) },
            {
              ...{ title: i18n._('成本'), align: 'end' },
              render: (_, { costFen }) => (costFen === null ? i18n._('不知道') : wordMoney(costFen)),
            },
            { title: i18n._('用几天'), align: 'end', render: (_, { cycleDays }) => cycleDays ?? '—' },
            { title: i18n._('能选'), render: (_, { on }) => (on ? i18n._('能') : i18n._('停了')) },
            {
              title: '',
              render: (_, product) => (
                <Button size="small" onClick={() => setOpened(formOf(product))}>
                  {i18n._('改')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Drawer open={opened !== null} size={420} title={i18n._('商品')} onClose={() => setOpened(null)}>
        {opened && <ProductForm key={opened.productId} opened={opened} onClose={() => setOpened(null)} />}
      </Drawer>
    </div>
  )
}
