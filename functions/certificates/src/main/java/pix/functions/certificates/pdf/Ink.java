package pix.functions.certificates.pdf;

import java.util.List;

/** Colours, named for their job; the same as on the pages of the site. */
record Ink(float red, float green, float blue) {
    static final Ink TEXT = of(0x14211f);
    static final Ink SOFT = of(0x475652);
    static final Ink LINE = of(0xd3dad2);
    static final Ink WRONG = of(0xa42f27);
    static final Ink PAPER = of(0xffffff);
    static final Ink BRAND = of(0x0b5d57);
    static final Ink DEEP = of(0x0a3b38);
    static final Ink ON_DEEP = of(0xf2f7f5);
    static final Ink ON_DEEP_SOFT = of(0xb9d3cd);
    static final Ink DEEP_LINE = of(0x2f605b);
    static final Ink SUN = of(0xf6c945);
    /** On white, one an area. */
    static final List<Ink> AREAS = List.of(of(0x1a66a8), of(0xb04f0a), of(0x9c2d75), of(0x3a751b), of(0x5645b0));
    /** Behind text, one an area. */
    static final List<Ink> AREA_TINTS = List.of(of(0xdceaf6), of(0xfbe6d6), of(0xf8e0ef), of(0xe2f0d9), of(0xe7e3f8));
    /** On the dark panel, one an area. */
    static final List<Ink> AREAS_ON_DEEP =
            List.of(of(0x74b8f0), of(0xf2a365), of(0xea93cc), of(0x95cc74), of(0xb3a7f5));

    private static Ink of(int rgb) {
        return new Ink((rgb >> 16) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f);
    }
}
