// What may be sold? A list HQ keeps; a product that was sold once stays, and is only taken off.
import type { ProductId } from '@shared/domain/ids'
import { PRODUCTS_MAX, type Product } from '@shared/domain/product'
import { collection, EVERYTHING } from '../collection'

const products = collection<Product>('products')

/** One is about 300 bytes. By name. */
export const listProducts = (): Promise<Product[]> =>
  products.find(EVERYTHING, { order: [['name', 'asc']], limit: PRODUCTS_MAX })

export const findProduct = (id: ProductId): Promise<Product | null> => products.get(id)

/** False when it is no longer as it was seen. */
export const putProduct = async (product: Product, rev: number): Promise<boolean> => {
  const { _id, ...words } = product
  if (rev === 0) return products.insertIfAbsent(product)
  return (await products.change({ _id, rev }, words)) > 0
}
