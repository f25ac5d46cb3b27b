// What may be sold? All products, those taken off too.
import type { HqProduct } from '@shared/contracts/deal'
import type { Product } from '@shared/domain/product'
import { listProducts as findAll } from '../_kit/data/products'
import type { Handler } from '../_kit/serve'

export const showProduct = ({ _id, ...words }: Product): HqProduct => ({ productId: _id, ...words })

export const listProducts: Handler<'hq', 'product.list'> = async () => ({
  products: (await findAll()).map(showProduct),
})
