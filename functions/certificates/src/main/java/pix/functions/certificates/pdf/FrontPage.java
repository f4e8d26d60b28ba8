package pix.functions.certificates.pdf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import pix.certificate.Authority;
import pix.certificate.Certificate;
import pix.certificate.CertifiedLevels;
import pix.certificate.Holder;
import pix.certificate.Revocation;
import pix.framework.Area;
import pix.functions.certificates.pdf.TaggedPage.Style;

/** The page to hang on a wall: who, how far, and where to check it. */
final class FrontPage {
    private static final double HEIGHT = PDRectangle.A4.getWidth();
    private static final double PANEL = 282;
    private static final double PANEL_LEFT = 36;
    private static final double LEFT = 330;
    private static final double RIGHT = 800;

    private static final Style EYEBROW = new Style(Face.STRONG, 11, Ink.BRAND, 1.3);
    private static final Style SOFT = new Style(Face.TEXT, 13, Ink.SOFT);
    private static final Style BODY = new Style(Face.TEXT, 11.5, Ink.TEXT);
    private static final Style SMALL = new Style(Face.TEXT, 9, Ink.SOFT);
    private static final Style STRONG = new Style(Face.STRONG, 12, Ink.TEXT);
    private static final Style ENDED = new Style(Face.STRONG, 13, Ink.WRONG);
    private static final Style NAME = new Style(Face.DISPLAY, 40, Ink.TEXT);
    private static final double SMALLEST_IN_ONE_LINE = 26;
    private static final double SMALLEST = 11;
    /** Of the words in place of a name: one line in both languages. */
    private static final double SENTENCE = 22;
    private static final int MOST_LINES = 2;

    private final Tags tags;
    private final TaggedPage page;
    private final Fonts fonts;
    private final Words words;
    private final Authority authority;
    private final Certificate certificate;

    FrontPage(Tags tags, TaggedPage page, Fonts fonts, Words words, Authority authority, Certificate certificate) {
        this.tags = tags;
        this.page = page;
        this.fonts = fonts;
        this.words = words;
        this.authority = authority;
        this.certificate = certificate;
    }

    void draw() {
        page.artifact(out -> {
            Shapes.rectangle(out, Ink.DEEP, 0, 0, PANEL, HEIGHT);
            Shapes.rectangle(out, Ink.SUN, PANEL, 0, 5, HEIGHT);
        });
        page.text(tags.element("H1"), TaggedPage.capitals(words.title()), EYEBROW, LEFT, 528);
        certificate.revocation().ifPresent(revocation -> page.text(tags.element("P"), ended(revocation), ENDED, LEFT, 508));
        person();
        score();
        statement();
        panel();
    }

    private String ended(Revocation revocation) {
        String revoked = words.revokedOn(LocalDate.ofInstant(revocation.at(), ZoneOffset.UTC));
        return revocation.replacedBy().map(code -> revoked + " · " + words.replacedBy(code.grouped())).orElse(revoked);
    }

    private void person() {
        Holder holder = certificate.result().holder();
        page.text(tags.element("P"), words.awardedTo(), SOFT, LEFT, 482);
        double below = name(holder.fullName());
        Optional<String> place = holder.birthPlace().filter(p -> page.setsAny(p, SOFT));
        List<String> born = page.lines(words.born(holder.birthDate(), place.orElse("")), SOFT, RIGHT - LEFT);
        double y = page.paragraph(tags.element("P"), born, SOFT, LEFT, Math.min(below, 409), 16);
        boolean cut = page.setsAny(holder.fullName(), NAME) && !page.setsAll(holder.fullName(), NAME);
        if (cut) page.text(tags.element("P"), words.nameInFull(), SMALL, LEFT, y - 2);
    }

    /** The name, or where no letter of it can be set, who is meant; returns where the next line stands. */
    private double name(String name) {
        PDStructureElement element = tags.element("P");
        boolean legible = page.setsAny(name, NAME);
        if (!legible) element.setActualText(name);
        String shown = legible ? name : words.personNamedOnline();
        Style style = legible ? fitting(shown) : NAME.sized(SENTENCE);
        List<String> lines = page.lines(shown, style, RIGHT - LEFT);
        double leading = style.size() * 1.12;
        double first = lines.size() == 1 ? 436 : 440 + Math.max(0, 20 - style.size() / 2);
        return page.paragraph(element, lines, style, LEFT, first, leading) + leading - 27;
    }

    /** As large as fits one line; a long name takes two. */
    private Style fitting(String name) {
        double size = NAME.size();
        while (size > SMALLEST_IN_ONE_LINE && page.width(name, NAME.sized(size)) > RIGHT - LEFT) size--;
        while (size > SMALLEST && page.lines(name, NAME.sized(size), RIGHT - LEFT).size() > MOST_LINES) size--;
        return NAME.sized(size);
    }

    private void score() {
        CertifiedLevels levels = certificate.result().levels();
        int level = levels.globalLevel();
        page.artifact(out -> {
            Shapes.stroke(out, Ink.LINE, .8);
            Shapes.line(out, LEFT, 354, RIGHT, 354);
            Shapes.line(out, LEFT, 224, RIGHT, 224);
            Shapes.blocks(out, Ink.BRAND, level, 540, 250, RIGHT - 540, 10);
        });
        page.text(tags.element("P"), words.levelName(level), new Style(Face.DISPLAY, 34, Ink.BRAND), 540, 306);
        page.text(tags.element("P"), words.levelOf(level), SOFT, 540, 280);
        page.text(tags.element("P"), String.valueOf(levels.totalPix()), new Style(Face.DISPLAY, 76, Ink.BRAND), LEFT - 3, 278);
        page.text(tags.element("P"), words.pixOf(), SOFT, LEFT, 250);
    }

    private void statement() {
        var result = certificate.result();
        List<String> lines = page.lines(words.statement(result.takenOn(), result.centre()), BODY, RIGHT - LEFT);
        page.paragraph(tags.element("P"), lines, BODY, LEFT, 192, 16.5);
        page.text(tags.element("P"), authority.name(), STRONG, LEFT, 104);
        String issued = words.issuedOn(LocalDate.ofInstant(certificate.issue().at(), ZoneOffset.UTC));
        String valid = certificate.issue().validUntil()
                .map(until -> " · " + words.validUntil(LocalDate.ofInstant(until, ZoneOffset.UTC))).orElse("");
        String replaces = certificate.replaces().map(code -> " · " + words.replaces(code.grouped())).orElse("");
        page.text(tags.element("P"), issued + valid + replaces, BODY, LEFT, 86);
        page.text(tags.element("P"), words.signed(), SMALL, LEFT, 48);
    }

    private void panel() {
        page.artifact(out -> {
            for (int i = 0; i < Ink.AREAS_ON_DEEP.size(); i++) {
                Shapes.rectangle(out, Ink.AREAS_ON_DEEP.get(i), PANEL_LEFT + i * 13, 556, 10, 10);
            }
        });
        page.text(tags.element("P"), authority.service(), new Style(Face.DISPLAY, 30, Ink.ON_DEEP), PANEL_LEFT - 1, 522);
        Radar radar = new Radar(certificate.result().levels(), fonts, PANEL / 2, 376, 96);
        page.figure(tags.element("Figure"), words.radarAlternative(), new PDRectangle(20, 255, 242, 242), radar);
        double y = 238;
        for (Area area : Area.values()) {
            double at = y;
            page.artifact(out ->
                    Shapes.rectangle(out, Ink.AREAS_ON_DEEP.get(area.ordinal()), PANEL_LEFT, at, 7, 7));
            page.text(tags.element("P"), area.code() + "  " + words.of(area.title()),
                    new Style(Face.TEXT, 9.5, Ink.ON_DEEP), PANEL_LEFT + 14, y);
            y -= 15.5;
        }
        verification();
    }

    private void verification() {
        String address = authority.verificationAddress(certificate.code());
        page.figure(tags.element("Figure"), words.qrAlternative(address), new PDRectangle(36, 36, 104, 104),
                new QrCode(address, PANEL_LEFT, 36, 104));
        double x = PANEL_LEFT + 116;
        PDStructureElement verify = tags.element("P");
        page.paragraph(verify, page.lines(words.verify(), new Style(Face.STRONG, 10, Ink.ON_DEEP), PANEL - x - 12),
                new Style(Face.STRONG, 10, Ink.ON_DEEP), x, 128, 13);
        page.text(tags.element("P"), certificate.code().grouped(), new Style(Face.STRONG, 11, Ink.SUN), x, 96);
        Style host = new Style(Face.TEXT, 8.5, Ink.ON_DEEP_SOFT);
        page.paragraph(tags.element("P"), page.lines(authority.address().getAuthority(), host, PANEL - x - 12), host, x, 76, 10.5);
    }
}
