import { BigQuery } from '@google-cloud/bigquery'

export function setupPlugin({ global }) {
    global.client = new BigQuery()
}
