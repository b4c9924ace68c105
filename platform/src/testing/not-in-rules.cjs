// In the tests of rules this stands for the libraries that records are made with (jest.config.js).
throw new Error(
  'Tests of rules load no record: move what this one needs to a file that knows neither typeorm nor type-graphql.',
);
