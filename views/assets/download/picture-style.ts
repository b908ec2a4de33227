/** How a text is set; sizes in CSS pixels. */
interface TextStyle {
  size: number;
  line: number;
  weight: number;
  color: string;
}

/** The looks of a picture: those of the card it is made from, in the theme the page is in. */
export interface PictureStyle {
  background: string;
  fontFamily: string;
  line: string;
  title: TextStyle;
  takeaway: TextStyle;
  legend: TextStyle;
  credit: TextStyle;
}

/** Reads the looks of a card. */
export const readStyle = (card: HTMLElement): PictureStyle => {
  const { backgroundColor, borderTopColor, color: ink, fontFamily } = getComputedStyle(card);
  const takeaway = card.querySelector('.takeaway');
  const quiet = takeaway ? getComputedStyle(takeaway).color : ink;
  return {
    background: backgroundColor,
    fontFamily,
    line: borderTopColor,
    title: { size: 16, line: 24, weight: 600, color: ink },
    takeaway: { size: 14, line: 20, weight: 400, color: quiet },
    legend: { size: 13, line: 18, weight: 400, color: quiet },
    credit: { size: 12, line: 17, weight: 400, color: quiet },
  };
};
