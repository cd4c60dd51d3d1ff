package dev.creatorledger.query.panel.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame, its formats, and the addresses of files. */
@ControllerAdvice("dev.creatorledger.query.panel")
public final class FrameAdvice {

    private static final String FRAME = "frame";
    private static final String FORMATS = "f";
    private static final String ASSETS = "assets";

    private final Sections sections;
    private final AllFormats formats;
    private final Assets assets;

    /** The frame shows these sections to those who may see them. */
    public FrameAdvice(Sections sections, AllFormats formats, Assets assets) {
        this.sections = sections;
        this.formats = formats;
        this.assets = assets;
    }

    /** What every page's template knows. */
    Map<String, Object> of(HttpServletRequest request) {
        return Map.of(FRAME, frame(request), FORMATS, formats(request), ASSETS, assets);
    }

    @ModelAttribute(ASSETS)
    Assets assets() {
        return assets;
    }

    @ModelAttribute(FRAME)
    Frame frame(HttpServletRequest request) {
        return Frame.of(request, sections);
    }

    @ModelAttribute(FORMATS)
    Formats formats(HttpServletRequest request) {
        return formats.in(LanguageChoice.languageOf(request));
    }
}
