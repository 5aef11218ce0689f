// The one function of vader-sentiment that is used; the package brings no types.
declare module 'vader-sentiment' {
  const vader: {
    SentimentIntensityAnalyzer: {
      polarity_scores(text: string): { compound: number; neg: number; neu: number; pos: number };
    };
  };
  export default vader;
}
