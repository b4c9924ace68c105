/** Whether this Relais lets one write queries: the page says so. */
export const hasGraphiql = document.documentElement.dataset.graphiql === 'yes';
