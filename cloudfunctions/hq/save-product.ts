// HQ writes down a product, or changes it as it was seen. Deals keep what was true when they were made.
import { maySaveProduct, type Product } from '@shared/domain/product'
import { findProduct, listProducts, putProduct } from '../_kit/data/products'
import { ensure } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'
import { showProduct } from './list-products'

export const saveProduct: Handler<'hq', 'product.save'> = async ({ productId, rev, ...words }, { caller }) => {
  const after: Product = { _id: productId, ...words, rev: rev + 1 }
  const stored = await findProduct(productId)
  if (stored && JSON.stringify(showProduct(stored)) === JSON.stringify(showProduct(after)))
    return { product: showProduct(stored) }
  ensure(maySaveProduct(after, await listProducts(), rev), 'name')
  const facts = { name: after.name, priceFen: after.priceFen, costFen: after.costFen, on: after.on }
  await signed({ by: caller.member, act: 'product.saved', of: `product.${productId}`, rev, facts }, () =>
    putProduct(after, rev),
  )
  return { product: showProduct(after) }
}
