/**
 * Number of the present layout, raised when a renderer or template changes what it draws. Papers that are kept are
 * given as they were drawn, so those of an older layout are not given in place of new ones.
 */
export const paperLayout = 1;
