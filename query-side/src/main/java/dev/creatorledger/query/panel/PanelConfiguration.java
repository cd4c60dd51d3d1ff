package dev.creatorledger.query.panel;

import dev.creatorledger.platform.security.OwnGuard;
import dev.creatorledger.platform.web.ProblemWriter;
import dev.creatorledger.platform.web.StoreAway;
import dev.creatorledger.query.panel.audit.AuditConfiguration;
import dev.creatorledger.query.panel.compliance.ComplianceConfiguration;
import dev.creatorledger.query.panel.creator.CreatorConfiguration;
import dev.creatorledger.query.panel.operator.OperatorConfiguration;
import dev.creatorledger.query.panel.page.AllFormats;
import dev.creatorledger.query.panel.page.Assets;
import dev.creatorledger.query.panel.page.ErrorPage;
import dev.creatorledger.query.panel.page.FrameAdvice;
import dev.creatorledger.query.panel.page.LanguageChoice;
import dev.creatorledger.query.panel.page.PanelAdvice;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Section;
import dev.creatorledger.query.panel.page.Sections;
import dev.creatorledger.query.panel.page.Texts;
import dev.creatorledger.query.panel.sign.SignInPages;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** The panel's parts, declared: templates, messages, languages, sessions, and the sections of each role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PanelSettings.class)
@Import({
    PanelWeb.class,
    PanelSecurity.class,
    PanelSessions.class,
    CreatorConfiguration.class,
    AuditConfiguration.class,
    ComplianceConfiguration.class,
    OperatorConfiguration.class
})
public class PanelConfiguration {

    @Bean
    @Primary
    PanelSettings decidedPanelSettings(PanelSettings settings, Environment environment) {
        return settings.decided(environment);
    }

    /** The panel guards its own paths: by session, not by bearer token. */
    @Bean
    OwnGuard panelGuard() {
        return new OwnGuard(PanelSettings.PATH);
    }

    @Bean
    MessageSource messageSource() {
        return Texts.source();
    }

    @Bean
    LocaleResolver localeResolver(PanelSettings settings) {
        return new LanguageChoice(settings);
    }

    @Bean
    Sections panelSections(List<Section> sections) {
        return new Sections(sections);
    }

    @Bean
    AllFormats panelFormats(MessageSource messageSource) {
        return new AllFormats(messageSource);
    }

    @Bean
    Assets panelAssets(ResourceUrlProvider addresses) {
        return new Assets(addresses);
    }

    @Bean
    SpringTemplateEngine panelTemplates(ApplicationContext context, MessageSource messageSource) {
        SpringResourceTemplateResolver files = new SpringResourceTemplateResolver();
        files.setApplicationContext(context);
        files.setPrefix("classpath:/templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messageSource);
        return engine;
    }

    @Bean
    ThymeleafViewResolver panelViews(SpringTemplateEngine panelTemplates) {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(panelTemplates);
        views.setCharacterEncoding("UTF-8");
        // Else the page of an error under an address that ends in .csv or .json would be taken for such a file.
        views.setForceContentType(true);
        views.setViewNames(new String[] {"panel/*", "redirect:*"});
        // A page that fails half-way is an error page, not half a page.
        views.setProducePartialOutputWhileProcessing(false);
        return views;
    }

    @Bean
    ErrorPage panelErrorPage(ThymeleafViewResolver panelViews, FrameAdvice frame, ProblemWriter problems) {
        return new ErrorPage(panelViews, frame, problems);
    }

    @Bean
    FrameAdvice panelFrame(Sections sections, AllFormats formats, Assets assets) {
        return new FrameAdvice(sections, formats, assets);
    }

    @Bean
    PanelAdvice panelAdvice(ErrorPage page, ObjectProvider<StoreAway> stores) {
        return new PanelAdvice(page, stores);
    }

    @Bean
    SignInPages signInPages(Sections sections, ErrorPage page) {
        return new SignInPages(sections, page);
    }
}
