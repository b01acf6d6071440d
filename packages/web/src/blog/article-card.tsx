/** An article in a list: its shelf, its title, what it answers. */
import type { Article, Category } from '../content/types.ts';
import { hrefOf } from '../layout/href.ts';
import type { SiteView } from '../layout/site-view.ts';
import { Held } from '../result/held.tsx';
import { BLOG_WORDS } from '../words/blog.ts';
import { ShelfPicture } from './shelf-picture.tsx';

interface Props {
  readonly site: SiteView;
  readonly article: Article;
  readonly categories: readonly Category[];
  /** under the heading of its shelf, which has the drawing already */
  readonly shelved?: boolean;
}

export function ArticleCard({ site, article, categories, shelved = false }: Props) {
  const { slug, title, description, category, minutes } = article;
  const text = BLOG_WORDS[site.language];
  return (
    <li class="article-card">
      {!shelved && <ShelfPicture shelf={category} />}
      <p class="caption">
        {!shelved && `${categories.find(({ id }) => id === category)?.name} · `}
        {text.minutes(minutes)}
      </p>
      <h3>
        <a href={hrefOf(site.language, `/blog/${slug}`)}>
          <Held text={title} />
        </a>
      </h3>
      <p>
        <Held text={description} />
      </p>
    </li>
  );
}
