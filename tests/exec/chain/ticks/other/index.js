export function runEveryMinute() {
    console.log('other')
}
